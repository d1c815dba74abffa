// A disk that takes seven seconds: whoever wants the database waits until this page lets it go.
const request = indexedDB.open("plumbline");
request.onsuccess = () => setTimeout(() => request.result.close(), 7000);
indexedDB.deleteDatabase("plumbline");
