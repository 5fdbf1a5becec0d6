/** Reka asks for this, and our oldest browsers (Chrome 79, iOS 13.4) do not have it yet. */
if (!('hasOwn' in Object)) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (it: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(it, key),
  })
}

export {}
