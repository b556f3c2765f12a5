// The extension for VS Code: starts `unblock lsp` and shows what its commands answer. There is no build step.
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** Titles of the pages that show what a command of the server answers, by the command. */
const pages = {
  'unblock.simulate': 'simulation.txt',
  'unblock.showCallGraph': 'calls.txt',
  'unblock.explain': 'rule.md',
};

let client;

/** Documents that hold the answers; read-only, and never saved. */
class Answers {
  constructor() {
    this.texts = new Map();
    this.changed = new vscode.EventEmitter();
    this.onDidChange = this.changed.event;
  }

  provideTextDocumentContent(uri) {
    return this.texts.get(uri.path) ?? '';
  }

  async show(name, text) {
    const uri = vscode.Uri.from({ scheme: 'unblock', path: '/' + name });
    this.texts.set(uri.path, text);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }
}

function settings() {
  const section = vscode.workspace.getConfiguration('unblock');
  return {
    minConfidence: section.get('minConfidence'),
    simulate: section.get('simulate'),
    compilerFindings: section.get('compilerFindings'),
    inlayHints: section.get('inlayHints'),
  };
}

function makeClient(answers) {
  const command = vscode.workspace.getConfiguration('unblock').get('path') || 'unblock';
  return new LanguageClient(
    'unblock', 'Unblock',
    { command, args: ['lsp'] },
    {
      documentSelector: [{ scheme: 'file', language: 'swift' }],
      initializationOptions: settings(),
      markdown: { isTrusted: false },
      middleware: {
        // The server asks for its section; without one it takes its own defaults.
        executeCommand: async (name, parameters, next) => {
          const answer = await next(name, parameters);
          if (typeof answer === 'string' && pages[name]) await answers.show(pages[name], answer);
          if (name === 'unblock.fixWorkspace') vscode.window.showInformationMessage(`Unblock: ${answer}`);
          return answer;
        },
      },
    });
}

/** The document and the line of the cursor, as the server's commands want them; lines count from 1. */
function here() {
  const editor = vscode.window.activeTextEditor;
  if (!editor || editor.document.languageId !== 'swift') return undefined;
  return [editor.document.uri.toString(), editor.selection.active.line + 1];
}

async function ask(name, parameters) {
  if (!parameters) return;
  try {
    await vscode.commands.executeCommand(name, ...parameters);
  } catch (error) {
    vscode.window.showInformationMessage(`Unblock: ${error.message}`);
  }
}

async function explain() {
  const rules = vscode.languages.getDiagnostics()
    .flatMap(([, diagnostics]) => diagnostics)
    .filter((diagnostic) => diagnostic.source === 'unblock')
    .map((diagnostic) => (typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code));
  const rule = await vscode.window.showQuickPick([...new Set(rules)].sort(), { title: 'Which rule?' });
  if (rule) await ask('unblock.explain', [rule]);
}

async function start(answers) {
  client = makeClient(answers);
  try {
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `Unblock cannot be started: ${error.message}. Install it, or name it in the setting "unblock.path".`, 'Settings');
    if (choice) await vscode.commands.executeCommand('workbench.action.openSettings', 'unblock.path');
  }
}

async function activate(context) {
  const answers = new Answers();
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider('unblock', answers),
    vscode.commands.registerCommand('unblock.simulateHere', () => ask('unblock.simulate', here())),
    vscode.commands.registerCommand('unblock.callGraphHere', () => ask('unblock.showCallGraph', here())),
    vscode.commands.registerCommand('unblock.fixAllInWorkspace', () => ask('unblock.fixWorkspace', [])),
    vscode.commands.registerCommand('unblock.explainRule', explain),
    vscode.commands.registerCommand('unblock.restartServer', async () => {
      await deactivate();
      await start(answers);
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration('unblock.path')) {
        await deactivate();
        await start(answers);
      }
    }));
  await start(answers);
}

async function deactivate() {
  const running = client;
  client = undefined;
  if (running) await running.stop().catch(() => {});
}

module.exports = { activate, deactivate };
