import { LanguageClient, type MessageTransports, State } from 'vscode-languageclient/node';

/**
 * A client whose server is a process. One that hangs does not stop when it is told to: it is killed a
 * little later, and only then may another one be started, because its end would be taken for the end
 * of the new one.
 */
export class NodeClient extends LanguageClient {
  #ended: Promise<void> = Promise.resolve();

  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    const transports = await super.createMessageTransports(encoding);
    this.#ended = new Promise((resolve) => {
      transports.reader.onClose(() => {
        resolve();
      });
    });
    return transports;
  }

  override async stop(timeout?: number): Promise<void> {
    try {
      await super.stop(timeout);
    } catch (error) {
      // A connection that was ended in order says nothing of its end.
      if (this.state === State.Stopped) await this.#ended;
      throw error;
    }
  }
}
