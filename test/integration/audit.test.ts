// One file, so that the rooms are loaded once; each of these has a database of its own.
import './platform/audit/audit-chain.cases.js';
import './platform/audit/audit-heads.cases.js';
import './platform/audit/audit-upgrade.cases.js';
import './platform/audit/audit.repository.cases.js';
