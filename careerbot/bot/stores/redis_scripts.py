"""What Redis does in one go, in its own language. Every key is built by the caller; Redis Cluster is not used."""

HELD = """
local function hold(name, holder, milliseconds)
  local by = redis.call('GET', name)
  if by and by ~= holder then return 0 end
  redis.call('SET', name, holder, 'PX', milliseconds)
  return 1
end
"""

DRAWN = """
local function draw(bucket, burst, rate, waiting)
  local time = redis.call('TIME')
  local now = tonumber(time[1]) + tonumber(time[2]) / 1e6
  local kept = redis.call('HMGET', bucket, 'full_at', 'told')
  local full_at, told = math.max(tonumber(kept[1] or 0), now), kept[2]
  local after = full_at + 1 / rate
  local wait = after - now - burst / rate
  if wait < 1e-6 then wait = 0 end
  local notice = wait > 0 and not told
  local refused = wait > waiting / rate
  if notice then redis.call('HSET', bucket, 'told', 1) end
  if not refused then
    redis.call('HSET', bucket, 'full_at', string.format('%.6f', after))
    redis.call('PEXPIRE', bucket, math.ceil((after - now) * 1000))
  end
  return wait, refused and 1 or 0, notice and 1 or 0
end
"""
"""A bucket of tokens as one number, the time when it will be full; then it is no longer kept."""

KEEP = """
local at, now = 1, tonumber(ARGV[1])
local function next_one() at = at + 1; return ARGV[at] end
local function belongs(index, key, ends, seconds)
  redis.call('ZADD', index, ends, key)
  redis.call('ZREMRANGEBYSCORE', index, '-inf', now)
  if redis.call('TTL', index) < seconds then redis.call('EXPIRE', index, seconds) end
end
local sequence, records, memories = next_one(), tonumber(next_one()), tonumber(next_one())
local forgotten, since = next_one(), tonumber(next_one())
local name, holder = next_one(), next_one()
local holds = name ~= '' and redis.call('GET', name) == holder
if name ~= '' and not holds and records > 0 and redis.call('EXISTS', ARGV[at + 1]) == 1 then return end
local gone = forgotten ~= '' and tonumber(redis.call('GET', forgotten) or 0) > since
for _ = 1, records do
  local key, value, ends, seconds, index = next_one(), next_one(), next_one(), tonumber(next_one()), next_one()
  if not gone or index == '' then
    local before = redis.call('HGET', key, 'index')
    if not before then
      redis.call('HSET', key, 'first', redis.call('INCR', sequence))
    elseif before ~= index and before ~= '' then
      redis.call('ZREM', before, key)
    end
    redis.call('HSET', key, 'value', value, 'ends', ends, 'index', index)
    redis.call('EXPIRE', key, seconds)
    if index ~= '' then belongs(index, key, ends, seconds) end
  end
end
for _ = 1, memories do
  local key, value, ends, seconds, index = next_one(), next_one(), next_one(), tonumber(next_one()), next_one()
  if not gone then
    redis.call('SET', key, value, 'EX', seconds)
    belongs(index, key, ends, seconds)
  end
end
if holds then redis.call('DEL', name) end
"""
"""Records and memories, all or none, each in the list of whose it is; of somebody who is forgotten, nothing.

What was held for them is let go with them. So if it is no longer held and the first record is there, this was done
before and only the reply was lost: doing it again might undo what others did since.
"""

FORGET = """
for each = 1, 2 do
  for _, key in ipairs(redis.call('ZRANGE', KEYS[each], 0, -1)) do redis.call('UNLINK', key) end
end
redis.call('UNLINK', unpack(KEYS))
redis.call('SET', ARGV[1], redis.call('INCR', ARGV[2]), 'EX', ARGV[3])
"""
"""KEYS: a person's two lists, and what else is to go. ARGV: where the moment is noted, what counts it, for how long."""

HOLD = f"{HELD}return hold(KEYS[1], ARGV[1], ARGV[2])"

LET_GO = """
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
"""

DRAW = f"""{DRAWN}
local wait, refused, notice = draw(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
return {{tostring(wait), refused, notice}}
"""

ENTER = f"""{DRAWN}{HELD}
local wait, refused, notice = draw(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
local entered = wait == 0 and hold(KEYS[2], ARGV[4], ARGV[5]) == 1
if not entered then return {{tostring(wait), refused, notice}} end
local record, rest = redis.call('HMGET', KEYS[3], 'value', 'ends'), redis.call('MGET', KEYS[4], KEYS[5])
return {{tostring(wait), refused, notice, record, rest}}
"""
