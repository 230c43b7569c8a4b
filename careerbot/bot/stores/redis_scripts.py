"""What Redis does in one go, in its own language. Every key is built by the caller; Redis Cluster is not used."""

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
"""
"""Records and memories, all or none, each in the list of whose it is; of somebody who is forgotten, nothing."""

FORGET = """
for each = 1, 2 do
  for _, key in ipairs(redis.call('ZRANGE', KEYS[each], 0, -1)) do redis.call('UNLINK', key) end
end
redis.call('UNLINK', unpack(KEYS))
redis.call('SET', ARGV[1], redis.call('INCR', ARGV[2]), 'EX', ARGV[3])
"""
"""KEYS: a person's two lists, and what else is to go. ARGV: where the moment is noted, what counts it, for how long."""

HOLD = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""

LET_GO = """
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
"""

DRAW = """
local burst, rate, waiting = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = tonumber(time[1]) + tonumber(time[2]) / 1e6
local kept = redis.call('HMGET', KEYS[1], 'full_at', 'told')
local full_at, told = math.max(tonumber(kept[1] or 0), now), kept[2]
local after = full_at + 1 / rate
local wait = after - now - burst / rate
if wait < 1e-6 then wait = 0 end
local notice = wait > 0 and not told
local refused = wait > waiting / rate
if notice then redis.call('HSET', KEYS[1], 'told', 1) end
if not refused then
  redis.call('HSET', KEYS[1], 'full_at', string.format('%.6f', after))
  redis.call('PEXPIRE', KEYS[1], math.ceil((after - now) * 1000))
end
return {tostring(wait), refused and 1 or 0, notice and 1 or 0}
"""
"""A bucket of tokens as one number, the time when it will be full; then it is no longer kept."""
