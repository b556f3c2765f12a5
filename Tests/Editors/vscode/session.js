// The test itself: activates the extension, and uses its commands as somebody would.
'use strict';

const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

const folder = path.resolve(__dirname, '../../../editors/vscode');
const extension = require(path.join(folder, 'extension.js'));
const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json')));

async function main() {
  const file = path.join(process.env.FOLDER, 'Sample.swift');
  const uri = `file://${file}`;
  await extension.activate({ subscriptions: [] });
  const client = LanguageClient.made[0];
  assert.deepEqual(client.options.documentSelector, [{ scheme: 'file', language: 'swift' }]);
  const settings = Object.keys(manifest.contributes.configuration.properties).map((name) => name.split('.')[1]);
  assert.deepEqual(settings.filter((name) => name !== 'path').sort(), Object.keys(client.options.initializationOptions).sort());
  for (const { command } of manifest.contributes.commands) assert(vscode.registered.has(command), command);

  const text = fs.readFileSync(file).toString();
  client.send({
    method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'swift', version: 1, text } },
  });
  const { items } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  assert.deepEqual(items.map((item) => item.code), ['sleep-in-async']);
  vscode.diagnostics.push(...items);

  vscode.window.activeTextEditor = {
    document: { languageId: 'swift', uri: { toString: () => uri } }, selection: { active: { line: 3 } },
  };
  await vscode.commands.executeCommand('unblock.simulateHere');
  assert.match(vscode.shown.pop(), /confirmed/);
  await vscode.commands.executeCommand('unblock.callGraphHere');
  assert.match(vscode.shown.pop(), /pause\(\).*\n└─ sleep\(_:\)/);
  await vscode.commands.executeCommand('unblock.explainRule');
  assert.match(vscode.shown.pop(), /^# /);
  await vscode.commands.executeCommand('unblock.fixAllInWorkspace');
  assert.match(vscode.shown.pop(), /1 fix in 1 file/);
  assert.match(JSON.stringify(client.applied), /try await Task\.sleep/);
  vscode.window.activeTextEditor.selection.active.line = 0;
  await vscode.commands.executeCommand('unblock.simulateHere');
  assert.match(vscode.shown.pop(), /no finding/);

  await vscode.commands.executeCommand('unblock.restartServer');
  assert.equal(client.exitStatus, 0);
  assert.equal(LanguageClient.made.length, 2);
  await extension.deactivate();
  assert.equal(LanguageClient.made[1].exitStatus, 0);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
