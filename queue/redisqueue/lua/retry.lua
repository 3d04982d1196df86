-- ARGV: group, delay in milliseconds, id, lease. The entry stays where it is, so
-- that it is nowhere lost, and its deliveries stay counted.
local id = ARGV[3]
if held(id, ARGV[4]) then
	redis.call('ZREM', leased, id)
	redis.call('ZADD', delayed, now + ARGV[2], id)
end
