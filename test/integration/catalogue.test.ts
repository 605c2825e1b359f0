// One file, so that the rooms are loaded once; each of these has a database of its own.
import './catalogue/catalogue-in-force.cases.js';
import './catalogue/catalogue.service.cases.js';
