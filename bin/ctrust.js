#!/usr/bin/env node
'use strict';
// With something after the command's name there may be papers to read: the process that reads them is started before anything is loaded here.
const ahead = process.argv.length > 3 ? require('../dist/run/ahead.js').startAhead(process.argv) : undefined;
void require('../dist/run/main.js').main(process.argv, ahead);
