/** Where the language model is that may choose among clauses. `url` has no slash at its end. */
export interface ReaderSettings {
  /** An end point that speaks as OpenAI's does, or one of Azure OpenAI. */
  readonly kind: 'openai' | 'azure';
  readonly url: string;
  /** The model's name; in Azure the deployment's. */
  readonly model: string;
  /** Empty where the end point on this computer wants none. Never logged or shown. */
  readonly key: string;
}
