/** A JSON object read with care: keys are only looked up, never called, and wrong types read as absent. */
export class JsonObject {
  private constructor(private readonly value: object) {}

  /** The object, or null where the value is none. */
  static of(value: unknown): JsonObject | null {
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new JsonObject(value)
      : null;
  }

  get(key: string): unknown {
    return Object.hasOwn(this.value, key)
      ? Object.getOwnPropertyDescriptor(this.value, key)?.value
      : undefined;
  }

  text(key: string): string | undefined {
    const value = this.get(key);
    return typeof value === 'string' ? value : undefined;
  }

  object(key: string): JsonObject | null {
    return JsonObject.of(this.get(key));
  }

  /** The objects of a list; one object stands for a list of one, as JSON-LD has it. */
  objects(key: string): JsonObject[] {
    return listOf(this.get(key))
      .map((item) => JsonObject.of(item))
      .filter((item) => item !== null);
  }

  texts(key: string): string[] {
    return listOf(this.get(key)).filter((item) => typeof item === 'string');
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
