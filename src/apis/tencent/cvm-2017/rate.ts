/** Every action may be asked a hundred times a minute (seed 004 L40623). */
export const ratePerSecond2017 = 100 / 60;
