/**
 * What a guest is told of a script, any number of times. The first time it begins it, in a session
 * of its own that outlives the one who told it; afterwards it says how far that is. Its first line
 * is the state: `running`; `exited`, `timeout` or `stopped` with the exit code and the bytes of the
 * output; or why it was not begun. The second one is the beginning of the output in Base64.
 */
export const COMMAND = `
umask 077
base=/var/lib/yuntai/commands
d=$base/$YT_KEY
mkdir -p "$base" || exit 1
if [ ! -d "$d" ]; then
  if [ "$YT_STOPPED" = yes ]; then echo 'stopped -1 0'; exit 0; fi
  home=/root
  if [ "$YT_USER" != root ]; then
    home=$(grep "^$YT_USER:" /etc/passwd 2>/dev/null | cut -d: -f6)
    if [ -z "$home" ]; then echo user-unknown; exit 0; fi
  fi
  dir=\${YT_DIRECTORY:-$home}
  if [ ! -d "$dir" ]; then
    if [ -n "$YT_DIRECTORY" ]; then echo directory-unknown; exit 0; fi
    dir=/
  fi
  find "$base" -mindepth 1 -maxdepth 1 -mmin +10080 -exec rm -rf {} + 2>/dev/null
  mkdir "$d.new" 2>/dev/null || exit 1
  printf '%s' "$YT_CONTENT" | base64 -d > "$d.new/script" || exit 1
  date +%s > "$d.new/began"
  mv "$d.new" "$d" || exit 1
  export YT_HOME="$home" YT_IN="$dir" YT_OF="$d"
  setsid sh -c '
    echo $$ > "$YT_OF/pid.new" && mv "$YT_OF/pid.new" "$YT_OF/pid"
    of=$YT_OF user=$YT_USER HOME=$YT_HOME
    export HOME
    cd "$YT_IN"
    unset YT_KEY YT_CONTENT YT_USER YT_DIRECTORY YT_TIMEOUT YT_STOPPED YT_OF YT_IN YT_HOME
    umask 022
    if [ "$user" = root ]; then sh "$of/script"
    else su -s /bin/sh "$user" -c "$(cat "$of/script")"; fi > "$of/out" 2>&1
    echo $? > "$of/exit.new"
    mv "$of/exit.new" "$of/exit"
  ' < /dev/null > /dev/null 2>&1 &
fi
end=running
if [ -f "$d/exit" ]; then end=exited
elif [ "$YT_STOPPED" = yes ]; then end=stopped
elif [ $(($(date +%s) - $(cat "$d/began"))) -ge "$YT_TIMEOUT" ]; then end=timeout
fi
if [ -f "$d/ended" ]; then end=$(cat "$d/ended"); fi
if [ "$end" = running ]; then echo running; exit 0; fi
if [ "$end" != exited ]; then
  if [ ! -f "$d/pid" ]; then echo running; exit 0; fi
  echo "$end" > "$d/ended"
  kill -KILL -- "-$(cat "$d/pid")" 2>/dev/null
fi
code=-1
if [ -f "$d/exit" ]; then code=$(cat "$d/exit"); fi
touch "$d/out"
echo "$end $code $(wc -c < "$d/out")"
head -c "$YT_BYTES" "$d/out" | base64 | tr -d '\\n'
`;
