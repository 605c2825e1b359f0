// One file, so that the rooms are loaded once; each of these has a database of its own.
import './submissions/checking-jobs.cases.js';
import './submissions/column-mapping.cases.js';
import './submissions/corrections.cases.js';
import './submissions/drafts.cases.js';
import './submissions/key-expiry.cases.js';
import './submissions/receive.cases.js';
import './submissions/sending-areas.cases.js';
import './submissions/staging.cases.js';
