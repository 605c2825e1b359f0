// One file, so that the application is loaded once; each of these starts its own.
import './big-files.cases.js';
import './contributing.cases.js';
import './the-loop.cases.js';
import './uploads.cases.js';
