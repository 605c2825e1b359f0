// One file, so that the rooms are loaded once; each of these has a database of its own.
import './observations/acceptance.cases.js';
import './observations/arrival.cases.js';
import './observations/changes-since.cases.js';
import './observations/confirmation.cases.js';
import './observations/past-observation.cases.js';
import './observations/revert.cases.js';
import './observations/revision-watch.cases.js';
