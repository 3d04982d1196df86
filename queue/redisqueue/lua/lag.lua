-- ARGV: group. Returns how many entries there are, how many are leased, how many
-- are dead, and the id of the oldest of each lane with the server's time.
local all, oldest = 0, {}
for _, lane in ipairs(all_lanes()) do
	all = all + redis.call('XLEN', stream_of(lane))
	local entry = redis.call('XRANGE', stream_of(lane), '-', '+', 'COUNT', 1)[1]
	if entry then
		oldest[#oldest + 1] = entry[1]
	end
end
return {
	all,
	redis.call('ZCOUNT', leased, '(' .. string.format('%d', now), '+inf'),
	redis.call('XLEN', dead),
	oldest,
	now,
}
