// One file, so that the rooms are loaded once; each of these has a database of its own.
import './guards/deciding-communities.cases.js';
import './guards/every-guard.cases.js';
import './guards/facts.cases.js';
import './guards/moderation.cases.js';
import './guards/releases.cases.js';
import './guards/submissions.cases.js';
import './guards/traces.cases.js';
import './guards/voices.cases.js';
