// One file, so that the application is loaded once; each of these starts its own.
import './notice-pages.cases.js';
import './notices.cases.js';
import './outgoing.cases.js';
import './status-pages.cases.js';
