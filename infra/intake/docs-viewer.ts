import { fileURLToPath } from 'node:url';

/** The files of the viewer that the docs are shown with; they travel beside the Lambda's code. */
export const viewerFiles: readonly string[] = [
  import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js'),
  import.meta.resolve('swagger-ui-dist/swagger-ui.css'),
  import.meta.resolve('swagger-ui-dist/favicon-32x32.png'),
  import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js.LICENSE.txt'),
  import.meta.resolve('swagger-ui-dist/LICENSE'),
  import.meta.resolve('swagger-ui-dist/NOTICE'),
].map((address) => fileURLToPath(address));
