//! The database in IndexedDB.

use super::request::{answer, end, opened};
use super::{Change, Row, Stored};
use crate::web::error::{Cause, Context, Error};
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// `web_sys` counts the options of a transaction as unstable.
    type Durable;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Durable,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

const NAME: &str = "plumbline";
const VERSION: u32 = 1;
const ASSESSMENTS: &str = "assessments";
const ANSWERS: &str = "answers";
/// How long an answer to a request to open is waited for, in milliseconds: at first, and after
/// there was none.
const PATIENCE: [i32; 2] = [20_000, 2_000];

/// The database; opened when it is first needed, and again after the browser closed it.
#[derive(Debug)]
pub struct Database {
    connection: RefCell<Option<IdbDatabase>>,
    patience: Cell<i32>,
}

impl Default for Database {
    fn default() -> Database {
        Database { connection: RefCell::default(), patience: Cell::new(PATIENCE[0]) }
    }
}

impl Database {
    /// All records, of every questionnaire.
    pub async fn rows(&self) -> Result<Vec<Row>, Error> {
        let doing = "list the assessments";
        let transaction = self.begin("readonly").await?;
        let rows = transaction.assessments()?.get_all().doing(doing)?;
        let rows = answer(&rows, doing).await?;
        Ok(rows.unchecked_into::<Array>().iter().filter_map(|row| Row::from_js(&row)).collect())
    }

    /// An assessment. `claim` counts as a write: what another tab still tries to write comes late.
    pub async fn read(&self, id: &str, claim: bool) -> Result<Stored, Error> {
        let doing = "read an assessment";
        let transaction = self.begin(if claim { "readwrite" } else { "readonly" }).await?;
        let mut row = transaction.row(id, doing).await?.ok_or(gone(doing))?;
        let (answers, range) = (transaction.answers()?, answers_of(id).doing(doing)?);
        let keys = answers.get_all_keys_with_key(&range).doing(doing)?;
        let values = answers.get_all_with_key(&range).doing(doing)?;
        if claim {
            row.rev += 1;
            transaction.put(&row, doing)?;
        }
        let keys: Array = answer(&keys, doing).await?.unchecked_into();
        let values: Array = answer(&values, doing).await?.unchecked_into();
        transaction.complete(doing).await?;
        let item = |key: JsValue| key.unchecked_into::<Array>().get(1).as_string();
        let pairs = keys.iter().zip(values.iter());
        let answers = pairs.filter_map(|(key, value)| Some((item(key)?, value.as_string()?)));
        Ok((row, answers.collect()))
    }

    /// Writes a change as one transaction and gives the new count of writes. It is on the disk
    /// when this returns.
    pub async fn write(&self, change: &Change) -> Result<u32, Error> {
        let doing = "save";
        let transaction = self.begin("readwrite").await?;
        let found = transaction.row(&change.row.id, doing).await?.map(|row| row.rev);
        if found != change.builds_on {
            transaction.abort();
            return Err(match found {
                None => gone(doing),
                Some(_) => Error { doing, cause: Cause::Overtaken },
            });
        }
        let rev = found.unwrap_or_default() + 1;
        transaction.put(&Row { rev, ..change.row.clone() }, doing)?;
        let answers = transaction.answers()?;
        for (item, value) in &change.answers {
            let key = Array::of2(&(&*change.row.id).into(), &(&**item).into());
            match value {
                Some(value) => answers.put_with_key(&value.as_str().into(), &key),
                None => answers.delete(&key),
            }
            .doing(doing)?;
        }
        transaction.complete(doing).await?;
        Ok(rev)
    }

    /// Gives an assessment another name.
    pub async fn rename(&self, id: &str, name: &Rc<str>) -> Result<(), Error> {
        let doing = "rename an assessment";
        let transaction = self.begin("readwrite").await?;
        let mut row = transaction.row(id, doing).await?.ok_or(gone(doing))?;
        row.rename(name);
        row.rev += 1;
        transaction.put(&row, doing)?;
        transaction.complete(doing).await
    }

    /// Deletes an assessment.
    pub async fn delete(&self, id: &str) -> Result<(), Error> {
        let doing = "delete an assessment";
        let transaction = self.begin("readwrite").await?;
        transaction.assessments()?.delete(&id.into()).doing(doing)?;
        let range = answers_of(id).doing(doing)?;
        transaction.answers()?.delete(&range).doing(doing)?;
        transaction.complete(doing).await
    }

    /// Deletes everything, of every questionnaire.
    pub async fn clear(&self) -> Result<(), Error> {
        let doing = "delete the assessments";
        let transaction = self.begin("readwrite").await?;
        transaction.assessments()?.clear().doing(doing)?;
        transaction.answers()?.clear().doing(doing)?;
        transaction.complete(doing).await
    }

    async fn begin(&self, mode: &str) -> Result<Transaction, Error> {
        let connection = self.connection.borrow().clone();
        let known = connection.and_then(|connection| Transaction::begin(&connection, mode).ok());
        if let Some(transaction) = known {
            return Ok(transaction);
        }
        // Not opened yet, or the browser closed it.
        let connection = self.open().await?;
        let transaction = Transaction::begin(&connection, mode).doing("use the database")?;
        self.connection.replace(Some(connection));
        Ok(transaction)
    }

    async fn open(&self) -> Result<IdbDatabase, Error> {
        let doing = "open the database";
        let refused = |thrown: JsValue| Error { doing, cause: Cause::Blocked(thrown) };
        let factory = web_sys::window().ok_or(JsValue::NULL).and_then(|w| w.indexed_db());
        let factory = factory.map_err(refused)?.ok_or(refused(JsValue::NULL))?;
        let request = factory.open_with_u32(NAME, VERSION).map_err(refused)?;
        // It captures nothing and belongs to JavaScript: the event may come after our patience.
        let upgrade = Closure::once_into_js(upgrade);
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let connection = opened(&request, self.patience.get()).await.map_err(|thrown| {
            self.patience.set(PATIENCE[1]);
            let error = refused(thrown);
            match error.name().as_str() {
                "VersionError" => Error { doing, cause: Cause::Newer },
                _ => error,
            }
        })?;
        self.patience.set(PATIENCE[0]);
        let connection: IdbDatabase = connection.unchecked_into();
        // Another tab wants to upgrade or delete the database: let it. The next write reopens.
        if let Ok(close) = Reflect::get(&connection, &"close".into()) {
            let close = close.unchecked_into::<Function>().bind0(&connection);
            connection.set_onversionchange(Some(&close));
        }
        Ok(connection)
    }
}

fn upgrade(event: Event) {
    let request = event.target().map(|target| target.unchecked_into::<IdbOpenDbRequest>());
    let connection = request.and_then(|request| request.result().ok());
    if let Some(connection) = connection.map(|c| c.unchecked_into::<IdbDatabase>()) {
        // If this fails, the request to open fails with it.
        let _ = connection.create_object_store(ASSESSMENTS);
        let _ = connection.create_object_store(ANSWERS);
    }
}

fn gone(doing: &'static str) -> Error {
    Error { doing, cause: Cause::Gone }
}

/// The keys of the answers of an assessment: lists come after texts in the order of keys.
fn answers_of(id: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&Array::of1(&id.into()), &Array::of2(&id.into(), &Array::new()))
}

struct Transaction {
    raw: IdbTransaction,
    end: JsFuture,
}

impl Transaction {
    fn begin(connection: &IdbDatabase, mode: &str) -> Result<Transaction, JsValue> {
        let stores = Array::of2(&ASSESSMENTS.into(), &ANSWERS.into());
        let options = Object::new();
        // Complete then means on the disk, not in a buffer of the operating system.
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let raw = connection.unchecked_ref::<Durable>().transaction(&stores, mode, &options)?;
        let end = end(&raw);
        Ok(Transaction { raw, end })
    }

    fn assessments(&self) -> Result<IdbObjectStore, Error> {
        self.raw.object_store(ASSESSMENTS).doing("use the database")
    }

    fn answers(&self) -> Result<IdbObjectStore, Error> {
        self.raw.object_store(ANSWERS).doing("use the database")
    }

    async fn row(&self, id: &str, doing: &'static str) -> Result<Option<Row>, Error> {
        let request = self.assessments()?.get(&id.into()).doing(doing)?;
        Ok(Row::from_js(&answer(&request, doing).await?))
    }

    fn put(&self, row: &Row, doing: &'static str) -> Result<(), Error> {
        let id = (&*row.id).into();
        self.assessments()?.put_with_key(&row.to_js(), &id).doing(doing).map(|_| ())
    }

    fn abort(&self) {
        let _ = self.raw.abort();
    }

    async fn complete(self, doing: &'static str) -> Result<(), Error> {
        let ended = self.end.await;
        ended.map(|_| ()).map_err(|_| {
            let error = self.raw.error().map_or(JsValue::NULL, JsValue::from);
            Error { doing, cause: Cause::Thrown(error) }
        })
    }
}
