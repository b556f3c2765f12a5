// As much of VS Code as the extension uses; what it shows is kept in `shown`.
'use strict';

const registered = new Map();
const providers = new Map();
const values = { path: process.env.SERVER, simulate: true, compilerFindings: 'hide', inlayHints: true };

class EventEmitter {
  constructor() {
    this.listeners = [];
    this.event = (listener) => this.listeners.push(listener);
  }
  fire(value) {
    for (const listener of this.listeners) listener(value);
  }
}

const nothing = { dispose() {} };

module.exports = {
  shown: [],
  diagnostics: [],
  registered,
  EventEmitter,
  Uri: { from: ({ scheme, path }) => ({ scheme, path, toString: () => `${scheme}:${path}` }) },
  ViewColumn: { Beside: -2 },
  commands: {
    registerCommand(name, run) {
      if (registered.has(name)) throw new Error(`command '${name}' already exists`);
      registered.set(name, run);
      return { dispose: () => registered.delete(name) };
    },
    executeCommand(name, ...parameters) {
      const run = registered.get(name);
      if (!run) throw new Error(`command '${name}' not found`);
      return run(...parameters);
    },
  },
  languages: { getDiagnostics: () => [['file', module.exports.diagnostics]] },
  window: {
    activeTextEditor: undefined,
    showTextDocument: async (document) => module.exports.shown.push(document.text),
    showInformationMessage: async (text) => module.exports.shown.push(text),
    showErrorMessage: async (text) => { module.exports.shown.push(text); },
    showQuickPick: async (items) => items[0],
  },
  workspace: {
    getConfiguration: () => ({ get: (name) => values[name] }),
    onDidChangeConfiguration: () => nothing,
    registerTextDocumentContentProvider(scheme, provider) {
      providers.set(scheme, provider);
      return nothing;
    },
    openTextDocument: async (uri) => ({ text: providers.get(uri.scheme).provideTextDocumentContent(uri) }),
  },
};
