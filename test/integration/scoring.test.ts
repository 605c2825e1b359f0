// One file, so that the rooms are loaded once; each of these has a database of its own.
import './scoring/change-of-catalogue.cases.js';
import './scoring/score-board.service.cases.js';
