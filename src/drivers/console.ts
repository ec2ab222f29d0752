/** A machine whose console is opened, with what a simulated one says of itself. */
export interface ConsoleMachine {
  readonly key: string;
  readonly generation: number;
  /** Key of the host it is on. */
  readonly host: string;
  readonly zone: string;
  readonly hostName: string;
  /** Such as Ubuntu 22.04. */
  readonly system: string;
  readonly cpu: number;
  readonly memoryMiB: number;
  /** In dotted decimal. */
  readonly privateAddress: string;
  /** Cloud milliseconds. */
  readonly bootedAt: number;
}

/** Where what a machine writes on its console goes. */
export interface ConsoleSink {
  data(bytes: Uint8Array): void;
  /** The machine, or its engine, has ended it. */
  ended(): void;
}

/** An open console. */
export interface ConsoleLine {
  /** What was typed. */
  send(bytes: Uint8Array): void;
  close(): void;
}

/** The consoles of machines. */
export interface DriverConsoles {
  /** Opens that of a running machine. @throws Error where it cannot be had */
  open(machine: ConsoleMachine, sink: ConsoleSink): Promise<ConsoleLine>;
  /**
   * What the machine has written on it lately, at most 64 KiB of it; an empty text where nothing is
   * kept. @throws Error where it cannot be had
   */
  log(machine: ConsoleMachine): Promise<string>;
}

export const CONSOLE_LOG_CHARACTERS_MAX = 65_536;
