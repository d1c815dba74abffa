// Pages that differ in one attribute are not worth a file each.

/** A plain page with the widget; attributes as in HTML. */
export const page = (attributes = "") => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <script type="module" src="/plumbline.js"></script>
  </head>
  <body>
    <main>
      <h1>A page</h1>
      <plumbline-assessment ${attributes}><p>The questionnaire is loading.</p></plumbline-assessment>
    </main>
  </body>
</html>
`;
