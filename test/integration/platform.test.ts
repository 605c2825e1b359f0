// One file, so that the rooms are loaded once; each of these has a database of its own.
import './platform/database-away.cases.js';
import './platform/drift.cases.js';
import './platform/session-limits.cases.js';
import './platform/upgrade.cases.js';
