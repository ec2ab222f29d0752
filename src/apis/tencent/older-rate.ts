/**
 * Every action of the two older generations may be asked a hundred times a minute (seed 004
 * L40623, L50704).
 */
export const olderRatePerSecond = 100 / 60;
