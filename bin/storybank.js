#!/usr/bin/env node
import "../dist/storybank.cjs";
