-- ARGV: group. Returns how many entries there are, how many are leased, how many
-- are dead, and the id of the oldest with the server's time.
local oldest = redis.call('XRANGE', stream, '-', '+', 'COUNT', 1)[1]
return {
	redis.call('XLEN', stream),
	redis.call('ZCOUNT', leased, '(' .. string.format('%d', now), '+inf'),
	redis.call('XLEN', dead),
	oldest and oldest[1] or '',
	now,
}
