/** What the portal says of what is asked for, in English. */
export default {
  'asked.title': 'What is asked of you',
  'asked.home': 'Documents',
  'asked.toSettled': 'What is done',
  'asked.open': { one: 'One thing to send', other: '{count} things to send' },
  'asked.submitted': { one: 'one is being looked at', other: '{count} are being looked at' },
  'asked.settled': 'All done',
  'asked.optional': 'Only if you have it',
  'asked.files': 'Files',
  'asked.sentAt': 'Sent on {date}',
  'asked.status.open': 'Ready to send',
  'asked.status.submitted': 'Sent',
  'asked.status.not-applicable': 'You do not have it',
  'asked.status.accepted': 'Done',
  'asked.status.cancelled': 'No longer needed',

  'settled.title': 'What is done',
  'settled.empty.title': 'Nothing yet',
  'settled.empty.text': 'What you were asked for appears here once all of it is done.',

  'engagement.lead': '{firm} asks you for what is below. What you enter is saved at once and seen by {firm}; send it when it is complete.',
  'engagement.others': 'Others are asked as well: {settled} of {required} done.',
  'engagement.ended': 'This is closed. Nothing more is needed from you.',
  'engagement.needed': 'Please send us',
  'engagement.sent': 'Sent: {firm} is looking at it',
  'engagement.done': 'Done',

  'sentBack.all': '{firm} asks for it again.',
  'sentBack.part': '{firm} keeps a part and asks for the rest.',

  'answer.label': 'Your answer',
  'answer.clear': 'Take the answer back',
  'answer.saved': 'Saved.',
  'answer.savedAsYouGo': 'It is saved as you go on.',
  'answer.fault': 'This answer cannot be saved. Please check how it is written.',
  'answer.tooMuch': 'There is no room for this much text. Please write less, or send a file instead.',

  'send.nothing': 'You can send something as soon as a file has arrived or a question is answered.',
  'send.part': {
    one: 'One thing is missing still. You can send the rest now, and that later.',
    other: '{count} things are missing still. You can send the rest now, and those later.',
  },
  'send.all': 'Everything that is needed is there.',
  'send.ready': { one: 'Send what is ready', other: 'Send all {count} that are ready' },
  'send.one': 'Send this alone',
  'send.done': 'It is sent. You hear from {firm} if something is missing.',
};
