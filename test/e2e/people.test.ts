// One file, so that the application is loaded once; each of these starts its own.
import './account-page.cases.js';
import './administration.cases.js';
import './administration-pages.cases.js';
import './audit.cases.js';
import './audit-pages.cases.js';
import './openid.cases.js';
import './sessions.cases.js';
