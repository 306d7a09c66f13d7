export { findQuantities, type QuantityOptions } from './find-quantities';
export { readDateline, type Dateline } from './dateline';
export { conversionsOf, type Conversion } from './conversions';
export { convert } from './units';
