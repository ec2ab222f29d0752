/** Every action may be asked a hundred times a minute (seed 004 L50704). */
export const legacyRatePerSecond = 100 / 60;
