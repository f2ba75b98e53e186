import { type Office, officeSchema } from './office.ts'

/**
 * The built-in office: a regency civil registry, open around the clock so that it can be tried at any hour. The same
 * registry with real hours is `kiosk/examples/civil-registry.yaml`.
 */
export const exampleOffice: Office = officeSchema.parse({
  name: {
    id: 'Dinas Kependudukan dan Pencatatan Sipil',
    en: 'Population and Civil Registry Office',
    su: 'Dinas Kapendudukan sareng Pencatetan Sipil',
  },
  timeZone: 'Asia/Jakarta',
  language: 'id',
  systems: [
    {
      id: 'national-server',
      name: { id: 'Server pusat kependudukan', en: 'National population server', su: 'Server puseur kapendudukan' },
    },
  ],
  services: [
    {
      id: 'id-card-recording',
      letter: 'A',
      name: { id: 'Perekaman KTP-el', en: 'Identity card recording', su: 'Ngarekam KTP-el' },
      colour: 'blue',
      pictogram: 'fingerprint',
      needs: ['national-server'],
      minutesTypical: 8,
      bring: { id: 'Bawa Kartu Keluarga.', en: 'Bring your family card.', su: 'Candak Kartu Kulawarga.' },
    },
    {
      id: 'id-card-printing',
      letter: 'B',
      name: { id: 'Pencetakan KTP-el', en: 'Identity card printing', su: 'Nyitak KTP-el' },
      colour: 'indigo',
      pictogram: 'id-card',
      needs: ['national-server'],
      minutesTypical: 6,
      bring: {
        id: 'Bawa Kartu Keluarga dan KTP lama bila ada.',
        en: 'Bring your family card, and your old identity card if you have it.',
        su: 'Candak Kartu Kulawarga sareng KTP lami upami aya.',
      },
    },
    {
      id: 'family-card',
      letter: 'C',
      name: { id: 'Kartu Keluarga', en: 'Family card', su: 'Kartu Kulawarga' },
      colour: 'green',
      pictogram: 'family',
      minutesTypical: 7,
    },
    {
      id: 'letters',
      letter: 'D',
      name: { id: 'Surat Keterangan', en: 'Letters', su: 'Serat Katerangan' },
      colour: 'brown',
      pictogram: 'letter',
      minutesTypical: 5,
    },
    {
      id: 'civil-certificates',
      letter: 'E',
      name: { id: 'Akta Pencatatan Sipil', en: 'Civil certificates', su: 'Akta Pencatetan Sipil' },
      colour: 'purple',
      pictogram: 'certificate',
      minutesTypical: 10,
    },
    {
      id: 'moving',
      letter: 'F',
      name: { id: 'Pindah Datang', en: 'Moving', su: 'Pindah Sumping' },
      colour: 'teal',
      pictogram: 'moving',
      minutesTypical: 8,
    },
    {
      id: 'pick-up',
      letter: 'G',
      name: { id: 'Pengambilan Dokumen', en: 'Document pick-up', su: 'Nyandak Dokumen' },
      colour: 'slate',
      pictogram: 'pick-up',
      minutesTypical: 3,
      bring: { id: 'Bawa bukti pengambilan.', en: 'Bring your collection slip.', su: 'Candak buktos nyandak dokumen.' },
    },
  ],
  counters: [
    {
      id: '1',
      name: { id: 'Loket 1', en: 'Counter 1', su: 'Loket 1' },
      services: [
        'id-card-recording',
        'id-card-printing',
        'family-card',
        'letters',
        'civil-certificates',
        'moving',
        'pick-up',
      ],
    },
    {
      id: '2',
      name: { id: 'Loket 2', en: 'Counter 2', su: 'Loket 2' },
      services: ['id-card-recording', 'id-card-printing'],
    },
    {
      id: '3',
      name: { id: 'Loket 3', en: 'Counter 3', su: 'Loket 3' },
      services: ['family-card', 'letters', 'civil-certificates', 'moving'],
    },
    {
      id: '4',
      name: { id: 'Loket 4', en: 'Counter 4', su: 'Loket 4' },
      services: ['letters', 'pick-up'],
    },
  ],
})
