// One file, so that the rooms are loaded once; each of these has a database of its own.
import './communities/community-administration.cases.js';
import './communities/community-watch.cases.js';
import './communities/community.repository.cases.js';
