#!/usr/bin/env node
'use strict';
require('../dist/tfwarden.cjs');
