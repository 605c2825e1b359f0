// One file, so that the rooms are loaded once; each of these has a database of its own.
import './commands/audit-verify.cases.js';
import './commands/backup-commands.cases.js';
import './commands/commands.cases.js';
import './commands/contact-commands.cases.js';
import './commands/decision-commands.cases.js';
import './commands/key-commands.cases.js';
import './commands/sensitivity.cases.js';
