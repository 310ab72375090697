#!/usr/bin/env node
require('../dist/tfwarden.cjs');
