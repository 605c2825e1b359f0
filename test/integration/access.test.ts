// One file, so that the rooms are loaded once; each of these has a database of its own.
import './access/access.cases.js';
import './access/administration.cases.js';
