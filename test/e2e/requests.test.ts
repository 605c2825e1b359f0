// One file, so that the application is loaded once; each of these starts its own.
import './deprecation.cases.js';
import './hostile-requests.cases.js';
import './idempotency.cases.js';
import './operation.cases.js';
import './problems.cases.js';
import './raw-requests.cases.js';
import './rules-of-errors.cases.js';
import './rules-of-writing.cases.js';
import './operator.cases.js';
