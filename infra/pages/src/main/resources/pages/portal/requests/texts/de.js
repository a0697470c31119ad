/** What the portal says of what is asked for, in German. */
export default {
  'asked.title': 'Worum Sie gebeten werden',
  'asked.home': 'Dokumente',
  'asked.toSettled': 'Was erledigt ist',
  'asked.open': { one: 'Eines ist zu schicken', other: '{count} sind zu schicken' },
  'asked.submitted': { one: 'eines wird angesehen', other: '{count} werden angesehen' },
  'asked.settled': 'Alles erledigt',
  'asked.optional': 'Nur wenn Sie es haben',
  'asked.files': 'Dateien',
  'asked.sentAt': 'Geschickt am {date}',
  'asked.status.open': 'Bereit zum Schicken',
  'asked.status.submitted': 'Geschickt',
  'asked.status.not-applicable': 'Sie haben es nicht',
  'asked.status.accepted': 'Erledigt',
  'asked.status.cancelled': 'Nicht mehr nötig',

  'settled.title': 'Was erledigt ist',
  'settled.empty.title': 'Noch nichts',
  'settled.empty.text': 'Worum Sie gebeten wurden, steht hier, sobald alles davon erledigt ist.',

  'engagement.lead': '{firm} bittet Sie um das Folgende. Was Sie eingeben, wird sofort gespeichert und ist für {firm} zu sehen; schicken Sie es ab, wenn es vollständig ist.',
  'engagement.others': 'Auch andere werden gebeten: {settled} von {required} erledigt.',
  'engagement.ended': 'Dies ist abgeschlossen. Von Ihnen wird nichts mehr gebraucht.',
  'engagement.needed': 'Bitte schicken Sie uns',
  'engagement.sent': 'Geschickt: {firm} sieht es an',
  'engagement.done': 'Erledigt',

  'sentBack.all': '{firm} bittet noch einmal darum.',
  'sentBack.part': '{firm} behält einen Teil und bittet um den Rest.',

  'answer.label': 'Ihre Antwort',
  'answer.clear': 'Antwort zurücknehmen',
  'answer.saved': 'Gespeichert.',
  'answer.savedAsYouGo': 'Es wird laufend gespeichert.',
  'answer.fault': 'Diese Antwort kann nicht gespeichert werden. Bitte prüfen Sie die Schreibweise.',
  'answer.tooMuch': 'Für so viel Text ist kein Platz. Bitte schreiben Sie weniger, oder schicken Sie stattdessen eine Datei.',

  'send.nothing': 'Sie können etwas schicken, sobald eine Datei da oder eine Frage beantwortet ist.',
  'send.part': {
    one: 'Eines fehlt noch. Sie können das Übrige jetzt schicken und dies später.',
    other: '{count} fehlen noch. Sie können das Übrige jetzt schicken und diese später.',
  },
  'send.all': 'Alles, was gebraucht wird, ist da.',
  'send.ready': { one: 'Was bereit ist, schicken', other: 'Alle {count} schicken, die bereit sind' },
  'send.one': 'Nur dies schicken',
  'send.done': 'Es ist geschickt. Sie hören von {firm}, wenn etwas fehlt.',
};
