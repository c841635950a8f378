/** Where the page and its files are. */
const folder = '/v1/docs';

/** The page: it loads the viewer, and the document beside it, from its own host alone. */
export const docsPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zonematch 接口文档 · API</title>
<link rel="icon" type="image/png" href="${folder}/favicon-32x32.png">
<link rel="stylesheet" href="${folder}/swagger-ui.css">
</head>
<body>
<noscript>
<p>本页需要 JavaScript；文档全文见 <a href="/v1/openapi.json">/v1/openapi.json</a>。</p>
<p lang="en">This page needs JavaScript; the document itself is <a href="/v1/openapi.json">/v1/openapi.json</a>.</p>
</noscript>
<main id="docs"></main>
<script src="${folder}/swagger-ui-bundle.js"></script>
<script src="${folder}/start.js"></script>
</body>
</html>
`;

/** Starts the viewer. No badge of a validator elsewhere, and no address from the page's own query. */
export const startScript = `window.SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  filter: true,
  queryConfigEnabled: false,
  validatorUrl: null,
});
`;

/** What the page may load (CSP Level 3): its own host's files, and the pictures that stand in its style sheet. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
