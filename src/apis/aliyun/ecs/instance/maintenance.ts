/** What may be done to an instance whose host is maintained; the second one is the default. */
export const maintenanceActions = ['Stop', 'AutoRecover', 'AutoRedeploy'] as const;

/** A full hour of the day by the clocks of UTC+8. */
export const fullHour = /^(?:[01]\d|2[0-3]):00:00$/;
