/**
 * What one unit of a currency was worth in US dollars, the least and the most since 2000 by the yearly means of exchange rates:
 * articles seldom tell of which day a rate is. Currencies that fell by more than three times are left out.
 */
const DOLLARS: Readonly<Record<string, readonly [number, number]>> = {
  USD: [1, 1],
  EUR: [0.89, 1.48],
  GBP: [1.23, 2.01],
  CHF: [0.59, 1.25],
  CAD: [0.63, 1.02],
  AUD: [0.51, 1.04],
  NZD: [0.42, 0.83],
  JPY: [0.0066, 0.0126],
  CNY: [0.12, 0.163],
  INR: [0.0115, 0.0243],
  HKD: [0.127, 0.13],
  SGD: [0.55, 0.81],
  KRW: [0.00073, 0.0011],
  SEK: [0.094, 0.155],
  NOK: [0.093, 0.178],
  DKK: [0.12, 0.198],
  PLN: [0.23, 0.42],
  MXN: [0.046, 0.108],
  ZAR: [0.053, 0.158],
  ILS: [0.21, 0.31],
};

/** How far amounts are rounded, and days from the mean of their year. */
const SLACK = 0.06;

/** What one unit of a currency may be worth in another, the least and the most; undefined where either is not known. */
export function exchangeRates(from: string, to: string): readonly [number, number] | undefined {
  const [x, y] = [DOLLARS[from], DOLLARS[to]];
  return x === undefined || y === undefined ? undefined : [x[0] / y[1], x[1] / y[0]];
}

/** Whether amounts of a currency can be compared with those of others. */
export function isExchanged(currency: string): boolean {
  return DOLLARS[currency] !== undefined;
}

/** Whether one amount may be the other, in two currencies. */
export function mayBeExchanged(
  value: number,
  currency: string,
  other: number,
  otherCurrency: string,
): boolean {
  const rates = exchangeRates(currency, otherCurrency);
  return (
    rates !== undefined && value * rates[0] * (1 - SLACK) <= other && other <= value * rates[1] * (1 + SLACK)
  );
}
