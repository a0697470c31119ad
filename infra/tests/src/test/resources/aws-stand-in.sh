#!/usr/bin/env bash
# Stands in for the AWS CLI in tests of infra/redrive: answers what the CLI prints for an application with a nested stack, from files in $STATE:
# <queue> with the number of its messages, broken with AWS's refusal, moves with the moves, asked with the calls.
echo "$*" >>"$STATE/asked"
if [[ -s $STATE/broken ]] && grep -q "^$1 $2:" "$STATE/broken"; then
  sed -n "s/^$1 $2: //p" "$STATE/broken" >&2
  exit 254
fi
option() {
  local name=$1
  shift
  while [[ $# -gt 0 ]]; do
    [[ $1 == "$name" ]] && { echo "$2"; return; }
    shift
  done
}
arguments=("$@")
value() { option "$1" "${arguments[@]}"; }
case "$1 $2" in
  'sts get-caller-identity') echo 123456789012 ;;
  'cloudformation list-stack-resources')
    case $(value --stack-name) in
      portal-test) printf '%s\t%s\t%s\n' AWS::CloudFormation::Stack Documents arn:nested/documents AWS::Logs::LogGroup ApiLogs /portal/api ;;
      arn:nested/documents)
        printf '%s\t%s\t%s\n' AWS::SQS::Queue Uploads https://sqs/Uploads AWS::SQS::Queue UploadsDeadLetters https://sqs/UploadsDeadLetters \
          AWS::SQS::Queue DigestsDeadLetters https://sqs/DigestsDeadLetters ;;
      *) echo 'An error occurred (ValidationError): Stack does not exist' >&2; exit 254 ;;
    esac ;;
  'sqs get-queue-attributes')
    queue=$(basename "$(value --queue-url)")
    if [[ $(value --attribute-names) == QueueArn ]]; then echo "arn:aws:sqs:x:1:$queue"; else cat "$STATE/$queue"; fi ;;
  'sqs list-dead-letter-source-queues')
    case $(value --queue-url) in *UploadsDeadLetters) echo https://sqs/Uploads ;; *) echo None ;; esac ;;
  'sqs start-message-move-task') echo "$(value --source-arn) to $(value --destination-arn)" >>"$STATE/moves" ;;
  'sqs list-message-move-tasks')
    # Under way at the first look, done at the second.
    if [[ -e $STATE/looked ]]; then
      if [[ -s $STATE/reason ]]; then printf 'FAILED\t1\t3\t%s\n' "$(cat "$STATE/reason")"; else printf 'COMPLETED\t3\t3\tNone\n'; fi
    else
      touch "$STATE/looked"
      printf 'RUNNING\t1\t3\tNone\n'
    fi ;;
  'sqs purge-queue') echo 0 >"$STATE/$(basename "$(value --queue-url)")" ;;
  *) echo "unknown: $*" >&2; exit 252 ;;
esac
