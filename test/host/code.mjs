#!/usr/bin/env node
// Stands in for VS Code's executable, for @vscode/test-electron: see executable.ts.
import { tsImport } from 'tsx/esm/api';

await tsImport('./executable.ts', import.meta.url);
