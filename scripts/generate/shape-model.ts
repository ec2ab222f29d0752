/** A vendor's model of the fields of requests and answers, ready to be written as shapes. */

export interface ModelField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'time' | 'any' | 'struct';
  readonly list?: boolean;
  /** Alibaba's answers wrap a list: the element's name inside. */
  readonly element?: string;
  readonly required?: boolean;
  /** Answers: the vendor says that it may be null. */
  readonly nullable?: boolean;
  /** Only today's SDK has it, not the older model beside the documents. */
  readonly sdkOnly?: boolean;
  /** Of a struct: the name of one that several actions share, or its fields. */
  readonly struct?: string;
  readonly fields?: readonly ModelField[];
}

export interface ModelAction {
  readonly input: readonly ModelField[];
  readonly output: readonly ModelField[];
}

/** A service: its actions, and the structures that they share by name. */
export interface ServiceModel {
  readonly vendor: 'tencent' | 'aliyun';
  /** The folder under src/apis in which its models stand. */
  readonly folder: string;
  readonly actions: Readonly<Record<string, ModelAction>>;
  readonly structs: Readonly<Record<string, readonly ModelField[]>>;
}
