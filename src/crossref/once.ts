/** A function of one object that works out each answer once and keeps it as long as the object is there. */
export function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const answers = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = { value: make(key) }));
    return answer.value;
  };
}
