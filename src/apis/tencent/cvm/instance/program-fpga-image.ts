// https://cloud.tencent.com/document/api/213/17559 (seed 004 L18752)
import { action } from '#apis/context.ts';
import { fpgaFaults } from '#resources/instance/fpga-faults.ts';
import { programFpga } from '#resources/instance/verbs/program-fpga.ts';
import { list, string } from '#wire/builders.ts';
import { instanceIdMeant } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/program-fpga-image.ts';

/** A file in an object store, with or without the scheme (L18781). */
const FILE = /^(?:https?:\/\/)?[0-9a-z][0-9a-z.-]*\.[a-z]+\/\S+$/i;
/** Bus, device and function of a card, such as 0000:00:08.0 (L18789). */
const CARD = /^[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/;

export const programFpgaImage = action.write({
  model,
  input: {
    InstanceId: instanceIdMeant,
    FPGAUrl: { max: 1_024, pattern: FILE, reasons: { pattern: fpgaFaults.urlMalformed } },
    DBDFs: list(string({ pattern: CARD, reasons: { pattern: fpgaFaults.noSuchCard } }), {
      max: 16,
      reasons: { count: fpgaFaults.tooMany },
    }),
  },
  handle: (context, { InstanceId: instance, DBDFs: cards = [] }) =>
    programFpga(context, { instance, region: context.region, cards }),
});
