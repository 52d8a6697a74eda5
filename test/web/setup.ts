/** Makes `describe` and `it` known in a web extension host. It comes before the tests in the bundle. */
import 'mocha/mocha.js';

// The bundler replaces both: there is no environment in a browser.
const grep = process.env['GREP'];
const forbidOnly = process.env['CI'] !== undefined;

mocha.setup({
  ui: 'bdd',
  reporter: 'spec',
  timeout: 20_000,
  ...(forbidOnly ? { forbidOnly } : {}),
  ...(grep === undefined ? {} : { grep }),
});
