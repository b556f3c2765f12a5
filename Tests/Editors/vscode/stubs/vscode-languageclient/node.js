// Speaks with a real server as the client library does: registers its commands, and sends them through the middleware.
'use strict';

const { spawn } = require('node:child_process');
const vscode = require('vscode');

class LanguageClient {
  constructor(id, name, server, options) {
    this.server = server;
    this.options = options;
    this.waiting = new Map();
    this.last = 0;
    this.commands = [];
    this.applied = [];
    LanguageClient.made.push(this);
  }

  async start() {
    this.process = spawn(this.server.command, this.server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
    await new Promise((resolve, reject) => this.process.once('spawn', resolve).once('error', reject));
    let buffer = Buffer.alloc(0);
    this.process.stdout.on('data', (data) => {
      buffer = Buffer.concat([buffer, data]);
      for (;;) {
        const end = buffer.indexOf('\r\n\r\n');
        if (end < 0) return;
        const length = Number(/content-length: (\d+)/i.exec(buffer.subarray(0, end).toString())[1]);
        if (buffer.length < end + 4 + length) return;
        this.take(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
        buffer = buffer.subarray(end + 4 + length);
      }
    });
    const answer = await this.request('initialize', {
      processId: process.pid,
      rootUri: `file://${process.env.FOLDER}`,
      initializationOptions: this.options.initializationOptions,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { applyEdit: true } },
    });
    this.send({ method: 'initialized', params: {} });
    for (const command of answer.capabilities.executeCommandProvider.commands) {
      this.commands.push(vscode.commands.registerCommand(command, (...parameters) =>
        this.options.middleware.executeCommand(command, parameters, (name, values) =>
          this.request('workspace/executeCommand', { command: name, arguments: values }))));
    }
  }

  take(message) {
    if (message.method && message.id !== undefined) {
      const isEdit = message.method === 'workspace/applyEdit';
      if (isEdit) this.applied.push(message.params.edit);
      this.send({ id: message.id, result: isEdit ? { applied: true } : null });
    }
    const waiting = message.method ? undefined : this.waiting.get(message.id);
    if (!waiting) return;
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  request(method, params) {
    this.last += 1;
    const id = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  async stop() {
    for (const command of this.commands) command.dispose();
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.request('shutdown', null);
    this.send({ method: 'exit' });
    this.exitStatus = await ended;
  }
}

LanguageClient.made = [];
module.exports = { LanguageClient };
