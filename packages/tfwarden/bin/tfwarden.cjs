#!/usr/bin/env node
'use strict';
module.exports = require('../dist/tfwarden.cjs');
