#!/usr/bin/env node
'use strict';
void require('../dist/run/main.js').main(process.argv);
